import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes that `text` writes in Base32 (RFC 4648). */
function decode(text: string) {
  const bits = [...text.toUpperCase().replace(/[\s=-]/g, '')]
    .map(letter => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map(byte => Number.parseInt(byte, 2)));
}

/**
 * The six digits that an authenticator with `secret` shows (RFC 6238: SHA-1, 30 seconds);
 * `ahead` steps later than now.
 */
export function code(secret: string, ahead = 0, now = Date.now()) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000) + ahead));
  const mac = createHmac('sha1', decode(secret)).update(step).digest();
  const from = mac[mac.length - 1] & 0xf;
  const number = (mac.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, '0');
}
