/**
 * The v1 frame of Jupyter's kernel web socket: a table of offsets, then
 * channel, header, parent header, metadata, content and the binary buffers.
 *
 * Offsets are 64-bit on the wire. They are read and written as two 32-bit
 * words, because Safari 14 has no DataView.getBigUint64.
 */

export const PROTOCOL = 'v1.kernel.websocket.jupyter.org';

const WORD = 8;
const TEXT_PARTS = 5;
const HIGH_WORD = 2 ** 32;

/**
 * @typedef {object} Message
 * @property {string} channel
 * @property {{msg_id: string, msg_type: string, session: string}} header
 * @property {{msg_id?: string}} parent_header
 * @property {Record<string, unknown>} metadata
 * @property {Record<string, any>} content
 * @property {DataView[]} buffers
 */

/** @param {ArrayBuffer | ArrayBufferView} buffer */
function bytesOf(buffer) {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
}

/**
 * Pack a message into one frame.
 * @param {Message} msg
 * @returns {ArrayBuffer}
 */
export function encode(msg) {
  const encoder = new TextEncoder();
  const texts = [
    msg.channel,
    JSON.stringify(msg.header),
    JSON.stringify(msg.parent_header),
    JSON.stringify(msg.metadata),
    JSON.stringify(msg.content),
  ];
  const parts = [
    ...texts.map((text) => encoder.encode(text)),
    ...msg.buffers.map(bytesOf),
  ];
  const start = WORD * (parts.length + 2);
  const size = parts.reduce((sum, part) => sum + part.byteLength, start);
  const frame = new Uint8Array(size);
  const table = new DataView(frame.buffer);
  table.setUint32(0, parts.length + 1, true);
  let offset = start;
  parts.forEach((part, index) => {
    table.setUint32(WORD * (index + 1), offset, true);
    frame.set(part, offset);
    offset += part.byteLength;
  });
  table.setUint32(WORD * (parts.length + 1), offset, true);
  return frame.buffer;
}

/**
 * Read one frame; throws on a frame that is no message.
 * @param {ArrayBuffer} frame
 * @returns {Message}
 */
export function decode(frame) {
  const table = new DataView(frame);
  const word = (/** @type {number} */ index) =>
    table.getUint32(WORD * index, true) +
    table.getUint32(WORD * index + 4, true) * HIGH_WORD;
  const count = word(0);
  if (count <= TEXT_PARTS || WORD * (count + 1) > frame.byteLength) {
    throw new Error(`a frame with ${count} offsets, expected ${TEXT_PARTS + 1} or more`);
  }
  const part = (/** @type {number} */ index) =>
    frame.slice(word(index + 1), word(index + 2));
  const decoder = new TextDecoder();
  const text = (/** @type {number} */ index) => decoder.decode(part(index));
  const buffers = [];
  for (let index = TEXT_PARTS; index < count - 1; index += 1) {
    buffers.push(new DataView(part(index)));
  }
  return {
    channel: text(0),
    header: JSON.parse(text(1)),
    parent_header: JSON.parse(text(2)),
    metadata: JSON.parse(text(3)),
    content: JSON.parse(text(4)),
    buffers,
  };
}
