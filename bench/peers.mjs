// What the application is compared to, in a process of its own: a static file of a given size, and « hello ».
import { createReadStream, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'jumelles-bench-static-'));

createServer((request, response) => {
  const size = Number(/^\/static\/(\d+)$/.exec(request.url ?? '')?.[1]);
  if (!size) return response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
  const file = path.join(folder, String(size));
  if (!statSync(file, { throwIfNoEntry: false })) writeFileSync(file, 'é'.repeat(size / 2));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': statSync(file).size });
  createReadStream(file).pipe(response);
}).listen(0, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}`);
});
