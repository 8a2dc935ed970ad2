import { readFileSync, writeFileSync } from "node:fs";
import { openBook } from "../src/book/open";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { publish } from "../src/publication/publication";
import { publicationDocx } from "../src/render/publication-docx";
for (let i=2;i<process.argv.length;i+=2){
const f=process.argv[i]!, out=process.argv[i+1]!;
const book=openBook(await readWorkbook(new Uint8Array(readFileSync(f)), f.replace(/.*\//,"")));
const p=publish(book.recognised, book.inputs);
writeFileSync(out, await publicationDocx(p));
console.log(f, p.parts.map(x=>x.title.map(s=>s.text).join("")+":"+x.blocks.length).join(" | "), "todo", p.todo.length, p.lacks);
}
