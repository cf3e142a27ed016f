// The rows of a file that the product wrote, as a reader of another make sees them.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;

// The parts of a ZIP file, by name.
function partsOf(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const parts = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = bytes.readUInt16LE(at + 10) === 8;
    const size = bytes.readUInt32LE(at + 20);
    const [name, extra, note] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of));
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const body = bytes.subarray(from, from + size);
    parts.set(
      bytes.toString("utf8", at + 46, at + 46 + name),
      (packed ? inflateRawSync(body) : body).toString("utf8"),
    );
    at += 46 + name + extra + note;
  }
  return parts;
}

function textOf(xml) {
  const words = [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/gu)].map((found) => found[1]).join("");
  return words
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

// The cells of the first sheet as texts; dates stay the numbers that they are in the file.
export function rowsOfXlsx(path) {
  const parts = partsOf(readFileSync(path));
  const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>.*?<\/si>/gsu)];
  const texts = shared.map(([item]) => textOf(item));
  const sheet = parts.get("xl/worksheets/sheet1.xml");
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gsu)].map(([, row]) =>
    [...row.matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].map(([, cell, body = ""]) => {
      const value = /<v>([^<]*)<\/v>/u.exec(body)?.[1] ?? "";
      if (/t="s"/u.test(cell)) return texts[Number(value)];
      return /t="inlineStr"/u.test(cell) ? textOf(body) : value;
    }),
  );
}

export function rowsOfCsv(path) {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
  const rows = text.split("\r\n").filter((line) => line !== "");
  return rows.map((line) =>
    [...line.matchAll(/(?:^|[,;])(?:"((?:[^"]|"")*)"|([^,;]*))/gu)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  );
}
