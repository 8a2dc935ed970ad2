/** Characters that may be there or not, and make another word or none: 预算数为, 预算为; 离退休, 退休; 非财政拨款, 财政拨款. */
export const LIGHT =
  /[的了为是数度共有其均都等于总已较类款各额型月新不未无非本再全更多另个项费离退和与及或之比在也将中上下内外前后时每第〇零一二三四五六七八九十百千两]/;
