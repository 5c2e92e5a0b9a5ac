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
const bucket = name;
const text = (t) => new TextEncoder().encode(t);

async function until(read, holds, what) {
  for (let i = 0; i < 600; i++) {
    const value = await read();
    if (holds(value)) return value;
    await pause(50);
  }
  throw new Error(`waited in vain: ${what}`);
}
const describe = async () =>
  (await F.send(new firehose.DescribeDeliveryStreamCommand({ DeliveryStreamName: name })))
    .DeliveryStreamDescription;
const encryption = async () => (await describe()).DeliveryStreamEncryptionConfiguration;
const put = (t) =>
  F.send(new firehose.PutRecordCommand({ DeliveryStreamName: name, Record: { Data: text(t) } }));
const create = () =>
  F.send(
    new firehose.CreateDeliveryStreamCommand({
      DeliveryStreamName: name,
      Tags: [{ Key: 'team', Value: 'orders' }],
      ExtendedS3DestinationConfiguration: {
        BucketARN: `arn:aws:s3:::${bucket}`,
        RoleARN: 'arn:aws:iam::000000000000:role/r',
        BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 1 },
      },
    }),
  );

const key = (await K.send(new kms.CreateKeyCommand({}))).KeyMetadata.Arn;
await S.send(new s3.CreateBucketCommand({ Bucket: bucket }));
await assert.rejects(describe(), (e) => e instanceof firehose.ResourceNotFoundException);
await create();
await until(describe, (d) => d.DeliveryStreamStatus === 'ACTIVE', 'ACTIVE');
await assert.rejects(create(), (e) => e instanceof firehose.ResourceInUseException);
await assert.rejects(
  F.send(
    new firehose.StartDeliveryStreamEncryptionCommand({
      DeliveryStreamName: name,
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK' },
    }),
  ),
  (e) => e instanceof firehose.InvalidArgumentException,
);

await F.send(
  new firehose.StartDeliveryStreamEncryptionCommand({
    DeliveryStreamName: name,
    DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: key },
  }),
);
const enabled = await until(encryption, (e) => e.Status === 'ENABLED', 'ENABLED');
assert.equal(enabled.KeyARN, key);
assert.equal(enabled.KeyType, 'CUSTOMER_MANAGED_CMK');
assert.equal((await put('one;')).Encrypted, true);
const batch = await F.send(
  new firehose.PutRecordBatchCommand({
    DeliveryStreamName: name,
    Records: [{ Data: text('two;') }, { Data: text('three') }],
  }),
);
assert.equal(batch.FailedPutCount, 0);
assert.equal(batch.Encrypted, true);
assert.equal(batch.RequestResponses.length, 2);

async function delivered() {
  const listed = await S.send(new s3.ListObjectsV2Command({ Bucket: bucket }));
  let all = '';
  for (const object of listed.Contents ?? []) {
    const got = await S.send(new s3.GetObjectCommand({ Bucket: bucket, Key: object.Key })).catch(
      () => undefined,
    );
    all += got ? await got.Body.transformToString() : '';
  }
  return all;
}
await until(delivered, (all) => all === 'one;two;three', 'delivery');

await K.send(new kms.DisableKeyCommand({ KeyId: key }));
const refused = await until(
  () => put('').then(() => undefined, (e) => e),
  (e) => e !== undefined,
  'a refusal',
);
assert.ok(refused instanceof firehose.InvalidKMSResourceException);
assert.equal(refused.code, 'DisabledException');
await K.send(new kms.EnableKeyCommand({ KeyId: key }));

const page = await F.send(
  new firehose.ListDeliveryStreamsCommand({
    Limit: 1,
    ExclusiveStartDeliveryStreamName: name.slice(0, -1),
  }),
);
assert.deepEqual(page.DeliveryStreamNames, [name]);
const tags = await F.send(
  new firehose.ListTagsForDeliveryStreamCommand({ DeliveryStreamName: name }),
);
assert.deepEqual(tags.Tags, [{ Key: 'team', Value: 'orders' }]);

await F.send(new firehose.StopDeliveryStreamEncryptionCommand({ DeliveryStreamName: name }));
await until(encryption, (e) => e.Status === 'DISABLED', 'DISABLED');
await F.send(new firehose.DeleteDeliveryStreamCommand({ DeliveryStreamName: name }));
await until(
  () => describe().then(() => undefined, (e) => e),
  (e) => e instanceof firehose.ResourceNotFoundException,
  'the end of the stream',
);
console.log('all held');
