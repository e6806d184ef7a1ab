/** The digits of the encodings, lowest first. `binascii` exports them as bytes, `base64` uses them. */
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const NUMBERS = '0123456789';
/** The printable characters from one code to another. */
const range = (first: number, count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, (_, i) => first + i));

export const BASE64 = ascii(`${UPPER}${LOWER}${NUMBERS}+/`);
export const URLSAFE_BASE64 = ascii(`${UPPER}${LOWER}${NUMBERS}-_`);
export const CRYPT = ascii(`./${NUMBERS}${UPPER}${LOWER}`);
export const UU = ascii(range(0x20, 64));
export const BINHEX = ascii('!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr');
export const BASE32 = ascii(`${UPPER}234567`);
export const BASE32HEX = ascii(`${NUMBERS}${UPPER.slice(0, 22)}`);
export const ASCII85 = ascii(range(0x21, 85));
export const BASE85 = ascii(`${NUMBERS}${UPPER}${LOWER}!#$%&()*+-;<=>?@^_\`{|}~`);
export const Z85 = ascii(`${NUMBERS}${LOWER}${UPPER}.-:+=^!/*?&<>()[]{}@%$#`);
