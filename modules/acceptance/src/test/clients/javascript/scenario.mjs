// The scenario of modules/acceptance/src/test/clients, through the AWS SDK for JavaScript v3.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as firehose from '@aws-sdk/client-firehose';
import * as kms from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';

const settings = {
  endpoint: process.env.AWS_ENDPOINT_URL,
  region: process.env.AWS_REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
};
const F = new firehose.FirehoseClient(settings);
const K = new kms.KMSClient(settings);
const S = new s3.S3Client({ ...settings, forcePathStyle: true });
const name = `javascript-${process.pid}`;
const other = `${name}-other`;
const bucket = name;

const call = (operation, members = {}) =>
  F.send(new firehose[`${operation}Command`]({ DeliveryStreamName: name, ...members }));
const describe = async () => (await call('DescribeDeliveryStream')).DeliveryStreamDescription;
const encryption = async () => (await describe()).DeliveryStreamEncryptionConfiguration;
const tags = async () => (await call('ListTagsForDeliveryStream')).Tags;
const list = (after) =>
  F.send(
    new firehose.ListDeliveryStreamsCommand({ Limit: 1, ExclusiveStartDeliveryStreamName: after }),
  );
const put = (data) => call('PutRecord', { Record: { Data: data } });
const create = (stream) =>
  call('CreateDeliveryStream', {
    DeliveryStreamName: stream,
    Tags: [{ Key: 'team', Value: 'orders' }],
    ExtendedS3DestinationConfiguration: {
      BucketARN: `arn:aws:s3:::${bucket}`,
      RoleARN: 'arn:aws:iam::000000000000:role/r',
      BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 60 },
    },
  });
const advance = (duration) =>
  fetch(`${settings.endpoint}/_hydrant/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advance: duration }),
  });
const step = (what) => console.log(`step: ${what}`);

async function until(read, holds) {
  for (let i = 0; i < 600; i++) {
    const value = await read();
    if (holds(value)) return value;
    await pause(50);
  }
  throw new Error(`waited in vain for ${holds}`);
}

async function delivered() {
  const listed = await S.send(new s3.ListObjectsV2Command({ Bucket: bucket }));
  const parts = [];
  for (const object of listed.Contents ?? []) {
    const got = await S.send(new s3.GetObjectCommand({ Bucket: bucket, Key: object.Key })).catch(
      () => undefined,
    );
    parts.push(got ? await got.Body.transformToByteArray() : Buffer.of());
  }
  return Buffer.concat(parts);
}

const key = (await K.send(new kms.CreateKeyCommand({}))).KeyMetadata.Arn;
await S.send(new s3.CreateBucketCommand({ Bucket: bucket }));

await assert.rejects(describe(), (e) => e instanceof firehose.ResourceNotFoundException);
step('ResourceNotFoundException');

await assert.rejects(
  call('CreateDeliveryStream'),
  (e) =>
    e instanceof firehose.InvalidArgumentException &&
    e.message === 'Exactly one destination configuration is supported for a Firehose',
);
step('InvalidArgumentException');

assert.ok((await create(name)).DeliveryStreamARN.endsWith(`:deliverystream/${name}`));
step('create');

await until(describe, (d) => d.DeliveryStreamStatus === 'ACTIVE');
step('describe until ACTIVE');

await assert.rejects(create(name), (e) => e instanceof firehose.ResourceInUseException);
step('ResourceInUseException');

await create(other);
const first = await list(name.slice(0, -1));
assert.deepEqual(first.DeliveryStreamNames, [name]);
assert.equal(first.HasMoreDeliveryStreams, true);
const second = await list(name);
assert.deepEqual(second.DeliveryStreamNames, [other]);
step('list in pages');

await call('TagDeliveryStream', { Tags: [{ Key: 'area', Value: 'shop' }] });
step('tag');

assert.deepEqual(await tags(), [
  { Key: 'area', Value: 'shop' },
  { Key: 'team', Value: 'orders' },
]);
step('list tags');

await call('UntagDeliveryStream', { TagKeys: ['area'] });
assert.deepEqual(await tags(), [{ Key: 'team', Value: 'orders' }]);
step('untag');

await call('StartDeliveryStreamEncryption', {
  DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: key },
});
const enabled = await until(encryption, (e) => e.Status === 'ENABLED');
assert.equal(enabled.KeyARN, key);
assert.equal(enabled.KeyType, 'CUSTOMER_MANAGED_CMK');
step('start encryption until ENABLED');

const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);
assert.equal((await put(everyByte)).Encrypted, true);
step('put record');

const batch = await call('PutRecordBatch', {
  Records: [{ Data: Buffer.from('two;') }, { Data: Buffer.from('three') }],
});
assert.equal(batch.FailedPutCount, 0);
assert.equal(batch.Encrypted, true);
assert.equal(batch.RequestResponses.length, 2);
step('put batch');

await advance('PT1M');
const expected = Buffer.concat([everyByte, Buffer.from('two;three')]);
await until(delivered, (bytes) => bytes.equals(expected));
step('deliver every byte');

await K.send(new kms.DisableKeyCommand({ KeyId: key }));
await advance('PT1S');
await assert.rejects(
  put(everyByte),
  (e) => e instanceof firehose.InvalidKMSResourceException && e.code === 'DisabledException',
);
await K.send(new kms.EnableKeyCommand({ KeyId: key }));
step('InvalidKMSResourceException');

const before = await describe();
await call('UpdateDestination', {
  CurrentDeliveryStreamVersionId: before.VersionId,
  DestinationId: before.Destinations[0].DestinationId,
  ExtendedS3DestinationUpdate: { Prefix: 'updated/' },
});
const after = await describe();
assert.equal(after.Destinations[0].ExtendedS3DestinationDescription.Prefix, 'updated/');
assert.notEqual(after.VersionId, before.VersionId);
step('update destination');

await call('StopDeliveryStreamEncryption');
await until(encryption, (e) => e.Status === 'DISABLED');
step('stop encryption until DISABLED');

await call('DeleteDeliveryStream', { DeliveryStreamName: other });
await call('DeleteDeliveryStream');
await until(
  () => describe().then(() => undefined, (e) => e),
  (e) => e instanceof firehose.ResourceNotFoundException,
);
step('delete');
