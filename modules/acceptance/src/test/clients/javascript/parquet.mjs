// Reads Parquet files with two readers that share no code: hyparquet in JavaScript, DuckDB in C++.
// Prints for each file and reader a line: the reader's name and the rows as JSON.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';

function shown(key, value) {
  if (typeof value === 'bigint') return value.toString();
  return value;
}

async function hyparquet(path) {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file, compressors: { GZIP: (input) => gunzipSync(input) } });
  return rows.map((row) => JSON.stringify(row, shown));
}

async function duckdb(connection, path) {
  const result = await connection.runAndReadAll(
    `SELECT to_json(t)::VARCHAR FROM read_parquet('${path}') t`);
  return result.getRows().map((row) => row[0]);
}

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const lines = [];
for (const path of process.argv.slice(2)) {
  for (const row of await hyparquet(path)) lines.push('hyparquet ' + row);
  for (const row of await duckdb(connection, path)) lines.push('duckdb ' + row);
}
process.stdout.write(lines.join('\n') + '\n', () => process.exit(0));
