/** As contracts name the family of the thirteen tables. */
export const JIANGSU_FROM_2021 = "jiangsu-2021";
