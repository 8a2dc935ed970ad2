/** The manifest and the functions' help speak of this address; a build for an office's own server replaces it. */
export const DEVELOPMENT_BASE = "https://localhost:3000";

/** The address of an office's own server, for the manifest and the functions' help. Office loads add-ins by https only. */
export function baseAddress(given) {
  let address;
  try {
    address = new URL(given);
  } catch {
    throw new Error(`“${given}”不是网址。请写成 https://服务器/目录，如：--env base=https://intranet.example/budget`);
  }
  if (address.protocol !== "https:")
    throw new Error(`“${given}”不是 https 地址，Office 只从 https 加载。请给服务器配好证书，写成 https://…`);
  if (address.username || address.password || address.search || address.hash)
    throw new Error(`“${given}”里只能有服务器和目录，请去掉 ?、# 和用户名。`);
  return address.href.replace(/\/+$/, "");
}

/** A text as XML takes it. */
export const escapeXml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
