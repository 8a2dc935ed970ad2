#!/bin/sh
# 把本单位的网址写进 Excel 加载项清单和 WPS 加载项清单。可以重复运行，以最后一次为准。
#   sh set-address.sh https://内网地址/budget
set -eu
stop() { echo "$1" >&2; exit 1; }
address=${1:-}
address=${address%/}
[ -n "$address" ] || stop "请写上网址，如：sh set-address.sh https://intranet.example/budget"
case $address in
  https://*) ;;
  *) stop "“$address”不是 https 地址：Office 只从 https 加载。请给服务器配好证书，写成 https://…" ;;
esac
case $address in
  *[!A-Za-z0-9.:/_~%-]*) stop "“$address”里只能有服务器和目录（字母、数字、. : / _ ~ % -），请去掉其余的字。" ;;
esac
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$here/address"
find . -type f | while IFS= read -r file; do
  # 先写在旁边再换上去：中途断了，原来的还在。
  sed "s|@ADDRESS@|$address|g" "$file" > "$here/web/$file.new"
  mv "$here/web/$file.new" "$here/web/$file"
  echo "已写好 web/${file#./}"
done
