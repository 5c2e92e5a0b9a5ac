// The scenario of S3 in modules/acceptance/src/test/clients, through the AWS SDK for JavaScript v3.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import * as kms from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { check } from './s3configurations.mjs';

const settings = {
  endpoint: process.env.AWS_ENDPOINT_URL,
  region: process.env.AWS_REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
};
const K = new kms.KMSClient(settings);
const S = new s3.S3Client({ ...settings, forcePathStyle: true });
const bucket = `javascript-s3-${process.pid}`;
const PART = 5 << 20;
const KEYS = [
  'in+out/x', 'a', 'a/b', 'data', 'data/x', '/slash', '//two//in/a/row', 'dots/../x', './y', '..',
  '%41', '100%', 'with blank ', 'é/日本/🙂', 'ends/', 'a=b&c?d#e;f', '<&\'">', 'k'.repeat(1024),
];

const step = (what) => console.log(`step: ${what}`);
const call = (operation, members = {}) =>
  S.send(new s3[`${operation}Command`]({ Bucket: bucket, ...members }));
const put = (Key, Body, more = {}) => call('PutObject', { Key, Body, ...more });
const get = async (Key, more = {}) =>
  (await call('GetObject', { Key, ...more })).Body.transformToString();
const names = (listing) => (listing.Contents ?? []).map((each) => each.Key);
const listed = async (more = {}) => names(await call('ListObjectsV2', more));
const failsWith = (name, promise) =>
  assert.rejects(promise, (e) => e.name === name || assert.equal(e.name, name));

await call('CreateBucket');

for (const key of KEYS) await put(key, `bytes of ${key}`);
for (const key of KEYS) assert.equal(await get(key), `bytes of ${key}`);
assert.deepEqual((await listed()).sort(), [...KEYS].sort());
assert.deepEqual(await listed({ Prefix: 'in+' }), ['in+out/x']);
assert.deepEqual(await listed({ Prefix: 'data/' }), ['data/x']);
for (const key of KEYS) {
  await call('DeleteObject', { Key: key });
  await failsWith('NoSuchKey', get(key));
}
assert.deepEqual(await listed(), []);
step('awkward keys');

for (const algorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']) {
  const member = `Checksum${algorithm}`;
  // A stream of unknown content has its checksum behind it.
  for (const body of ['summed', Readable.from([Buffer.from('summed')])]) {
    const more = { ChecksumAlgorithm: algorithm, ContentLength: 6 };
    const given = (await put('sum', body, more))[member];
    const found = await call('HeadObject', { Key: 'sum', ChecksumMode: 'ENABLED' });
    assert.ok(given);
    assert.equal(found[member], given);
    assert.equal(await get('sum'), 'summed');
  }
}
await failsWith('BadDigest', put('wrong', 'x', { ChecksumCRC32: 'AAAAAA==' }));
await failsWith('NoSuchKey', get('wrong'));
step('checksums');

const md5 = (bytes) => createHash('md5').update(bytes).digest();
const first = Buffer.alloc(PART, '1');
const second = Buffer.from('two');
const parallel = new Upload({
  client: S,
  params: { Bucket: bucket, Key: 'parts', Body: Readable.from([first, second]) },
  partSize: PART,
});
const done = await parallel.done();
const eTag = createHash('md5').update(Buffer.concat([md5(first), md5(second)])).digest('hex');
assert.equal(done.ETag, `"${eTag}-2"`);
assert.equal(await get('parts'), first.toString() + 'two');
assert.equal(await get('parts', { PartNumber: 2 }), 'two');
const { UploadId } = await call('CreateMultipartUpload', { Key: 'given up' });
await call('AbortMultipartUpload', { Key: 'given up', UploadId });
assert.equal((await call('ListMultipartUploads')).Uploads, undefined);
step('multipart');

const source = { CopySource: encodeURIComponent(`${bucket}/from+here %`) };
await put('from+here %', 'copied', { Metadata: { owner: 'me' }, ContentType: 'text/csv' });
await call('CopyObject', { Key: 'to', ...source });
const copy = await call('HeadObject', { Key: 'to' });
assert.deepEqual([copy.Metadata, copy.ContentType], [{ owner: 'me' }, 'text/csv']);
await call('CopyObject', { Key: 'to', ...source, Metadata: {}, MetadataDirective: 'REPLACE' });
assert.deepEqual((await call('HeadObject', { Key: 'to' })).Metadata, {});
await failsWith('NoSuchKey', call('CopyObject', { Key: 'to', CopySource: `${bucket}/none` }));
step('copy');

await put('digits', '0123456789');
assert.equal(await get('digits', { Range: 'bytes=2-4' }), '234');
assert.equal(await get('digits', { Range: 'bytes=-3' }), '789');
const end = await call('GetObject', { Key: 'digits', Range: 'bytes=8-99' });
assert.equal(end.ContentRange, 'bytes 8-9/10');
await end.Body.transformToString();
await failsWith('InvalidRange', get('digits', { Range: 'bytes=10-' }));
step('ranges');

const tag = (await put('if', '1')).ETag;
await assert.rejects(get('if', { IfNoneMatch: tag }), (e) => e.$metadata.httpStatusCode === 304);
await failsWith('PreconditionFailed', get('if', { IfMatch: '"other"' }));
await failsWith('PreconditionFailed', put('if', '2', { IfNoneMatch: '*' }));
await failsWith('PreconditionFailed', put('if', '2', { IfMatch: '"other"' }));
await put('if', '2', { IfMatch: tag });
await put('new', '1', { IfNoneMatch: '*' });
assert.equal(await get('if'), '2');
step('conditions');

const tags = async () => (await call('GetObjectTagging', { Key: 'tagged' })).TagSet;
await put('tagged', '', { Tagging: 'team=orders&area=a%20b' });
assert.deepEqual((await tags())[0], { Key: 'area', Value: 'a b' });
const set = [{ Key: 'k', Value: 'v' }];
await call('PutObjectTagging', { Key: 'tagged', Tagging: { TagSet: set } });
assert.deepEqual(await tags(), set);
await call('DeleteObjectTagging', { Key: 'tagged' });
assert.deepEqual(await tags(), []);
step('tagging');

const versioned = { Bucket: `${bucket}-versions`, Key: 'v' };
await call('CreateBucket', versioned);
const VersioningConfiguration = { Status: 'Enabled' };
await call('PutBucketVersioning', { ...versioned, VersioningConfiguration });
const { VersionId } = await call('PutObject', { ...versioned, Body: '1' });
await call('PutObject', { ...versioned, Body: '2' });
assert.equal((await call('DeleteObject', versioned)).DeleteMarker, true);
await failsWith('NoSuchKey', call('GetObject', versioned));
assert.equal(await get('v', { ...versioned, VersionId }), '1');
const versions = await call('ListObjectVersions', { Bucket: versioned.Bucket });
assert.deepEqual([versions.Versions.length, versions.DeleteMarkers.length], [2, 1]);
for (const version of [...versions.Versions, ...versions.DeleteMarkers]) {
  await call('DeleteObject', { ...versioned, VersionId: version.VersionId });
}
await call('DeleteBucket', versioned);
step('versioning');

for (const key of ['l/a/1', 'l/a/2', 'l/b c', 'l/c+d/1', 'l/d']) await put(key, '');
const seen = [];
const query = { Bucket: bucket, Prefix: 'l/', Delimiter: '/' };
for await (const page of s3.paginateListObjectsV2({ client: S, pageSize: 1 }, query)) {
  seen.push(...names(page), ...(page.CommonPrefixes ?? []).map((each) => each.Prefix));
}
assert.deepEqual(seen, ['l/a/', 'l/b c', 'l/c+d/', 'l/d']);
step('list in pages');

const all = [...(await listed()), 'none'];
const batch = { Delete: { Objects: all.map((Key) => ({ Key })) } };
const { Deleted } = await call('DeleteObjects', batch);
assert.deepEqual(Deleted.map((each) => each.Key).sort(), all.sort());
assert.deepEqual(await listed(), []);
step('batch delete');

const key = (await K.send(new kms.CreateKeyCommand({}))).KeyMetadata.Arn;
assert.equal((await put('plain', 'x')).ServerSideEncryption, 'AES256');
const sealed = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key };
assert.equal((await put('sealed', 'secret', sealed)).SSEKMSKeyId, key);
assert.equal(await get('sealed'), 'secret');
const own = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: Buffer.alloc(32, 'k') };
await put('own', 'secret', { ...own });
assert.equal(await get('own', { ...own }), 'secret');
await failsWith('InvalidRequest', get('own'));
const Rules = [
  { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } },
];
await call('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules } });
assert.equal((await put('default', 'x')).SSEKMSKeyId, key);
await K.send(new kms.DisableKeyCommand({ KeyId: key }));
await failsWith('KMS.DisabledException', get('sealed'));
await call('DeleteBucketEncryption');
assert.equal((await put('default', 'x')).ServerSideEncryption, 'AES256');
step('encryption');

await check(call, bucket, failsWith);
step('bucket configurations');

for (const Key of ['presigned + key', 'pre//signed']) {
  const to = await getSignedUrl(S, new s3.PutObjectCommand({ Bucket: bucket, Key }));
  const written = await fetch(to, { method: 'PUT', body: `presigned ${Key}` });
  assert.equal(written.status, 200, await written.text());
  const from = await getSignedUrl(S, new s3.GetObjectCommand({ Bucket: bucket, Key }));
  assert.equal(await (await fetch(from)).text(), `presigned ${Key}`);
}
step('presigned get and put');
