import { gunzipSync } from "node:zlib";

/**
 * A protected sheet 表1 with open cells B2, B3, C2 (empty) and C3, and a sheet 表2 that is not protected, as LibreOffice writes
 * them in the format of Excel 97 (compressed).
 */
const WRITTEN = [
  "H4sIAAAAAAACA+1YW2yURRQ+8++l//a2f68qYF2p9LrURR6sUWyhRUWFVq2BGBLdlm2pLC0p1UiiuCBNNJFE4EEeMIakPBiNl5jog7ftmw8S0YQHTUyKbwRj",
  "FqMxENr1O+efv/1ZdpPdtjERezbfzPxnbmfmnDNnZs99XzF9+pMVFyiD7icPzaYD5HfxFBBwPiwiQ/Nm0+m0w04v03+KZnTOOvRCfz6AdV4EmFq3xTpfppuP",
  "nqRR/MYpRJtpBPkYHaBCqBYW4x4vnz6zebbLl5bnX/j8fH7zOe4Bsvk/n/fs/yVAKVAGlANBOwRQBVAJVAHVQI3YBNEtwK3AbcAKYCWwCrgdqAPuAELAncBq",
  "oB64C1gDNGgZm3TOaEU5rL/bls+jJaOACS36ffRF2XesctH9BVjEx94psYtfgZ20j22jKxofCP1btElkiCqWIQkj3aC8sFWDTgHl9JHwv5R0g9gfqJNC7dqm",
  "dxidIv1RSVdLWo5U0efS52fhrINlfsv+8+pb2g18aiNOwGGKUjyzlpayNpIxr6W2ySk8Cp94Cm1GaD9KXfQoPSacLqrzltIke+XDsZHYWDRe5y2jM+yh9eH6",
  "+khbJDIt7jdJf6VDLldPhpjPswj/z/z4RoF8+t/xJ7F32fa51W6fyuQ35+CHc/BbcvADWfk+Rx4zU84z9jF7ZJ5/woArJyjNuZXwSF6R8EtemfBKXpUokrw6",
  "4Us/p9htJnD4r+LYQIba/fo6+f66yPm+h94kdk9FU8oEiPqOKrpE/RwmUs/IzP6U7JdphxqD5p8PylVeTyUpdudv0NCkQwrhx0yqTqSdVHfZsgOQiUBkIsCY",
  "f8NzrmEPvTp4QdIDJ39/EdkPx945CYmubg8P3R27+oTXruBiGuHMpLNeO5wNmDXAvB5rdG5wzLPPRuu6s7EUk+zCsnhTKkRsC8Nde+/yj1v7ezueFX5iXg+0",
  "hrcbazuEmilvi/RolfSwtK2GT6NFQ1fDxhoMHuBib3QoFmrofU2aHZG0AUOuF7rY0egqN6E8KJTqaHaVT+PQC0BQJb/DFFZh5fRxcoWDk0X4RWaokvRppCa9",
  "IntjUF8wKIvgb2hNvVES1NtTLpksTfRpGpZdYasRaVB4yq6/jmdk4XnkcJ/nzcilw9GH/aXwpfSXkjoe6aBRLGuspeNgKsMvI9VKK0NasXxf6bXW0qVtfEGp",
  "E1n9uH7wzHpV5/o77UIJdWPIZDd6JD2/US/rO/WIreuUqU2VVx8kTyoityFvqkn4gZSV5cZlULH04z7sRQ8alfSZ3w5aRA9AUSR3o6AI60wAGoKdD5nugZTc",
  "8rrtW9lNY6FGDgt12+ON9qfmUsf+lMuGDhq2DQVlW9xqDLnVaC5AjaZLjbQINerL9SJI4SbsKbbfAJZp2Ie8XfUQ37m3Dg+Mje4fHRwPbX5pIBYP3Xfv2r5o",
  "fywej8mubBoeHGxf3PxkLKb/bJps179xXJqeePePKz27rfePmdTa+OlPrKKXtZVzfbt+n3TqbXxcv1N26LfKLv1e2acDzMUZ0o5PFNH9HMqnXIj8EuDOnz1/",
  "qm2ldeJtyB++8mE33wMzeDv1O8kJhJZL1lz8paSlfP+LnBk2mK0PO0eyxC5vx+xjtAdXBZZjT8Hy87Fu6FCULuBdPRFw7KwL8+6FjfRAhucXNL/H9QbPp08j",
  "sGXOznvwIogtWH8c5Ap9/zfrt7q8S/C6eAHr34tXB+t+C6xgUHTCnHG8WEbByU1Nen5fAfvfAnwwN383ZhgQGWJigYXJ076A9a8Fxpf//xH6B2cCSb8AGAAA",
];

export const protectedXls = (): Uint8Array => new Uint8Array(gunzipSync(Buffer.from(WRITTEN.join(""), "base64")));
