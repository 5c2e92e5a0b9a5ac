// Configurations of buckets as infrastructure tools set, read and delete them.
import assert from 'node:assert/strict';

export async function check(call, bucket, failsWith) {
  const pair = async (name, members) => {
    await call(`Put${name}`, members);
    const found = await call(`Get${name}`);
    const [member] = Object.keys(members);
    assert.deepEqual(found[member] ?? found, members[member]);
  };
  const gone = async (name, missing) => {
    await call(`Delete${name}`);
    await failsWith(missing, call(`Get${name}`));
  };

  await call('HeadBucket');
  assert.ok((await call('ListBuckets')).Buckets.some((each) => each.Name === bucket));
  assert.equal((await call('GetBucketVersioning')).Status, undefined);

  const TagSet = [{ Key: 'team', Value: 'orders' }];
  await call('PutBucketTagging', { Tagging: { TagSet } });
  assert.deepEqual((await call('GetBucketTagging')).TagSet, TagSet);
  await gone('BucketTagging', 'NoSuchTagSet');

  const Statement = {
    Effect: 'Deny',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: 's3:*',
    Resource: `arn:aws:s3:::${bucket}/*`,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [Statement] });
  await pair('BucketPolicy', { Policy });
  await gone('BucketPolicy', 'NoSuchBucketPolicy');

  await pair('PublicAccessBlock', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: false,
    },
  });
  await gone('PublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration');

  await pair('BucketOwnershipControls', {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
  });
  await gone('BucketOwnershipControls', 'OwnershipControlsNotFoundError');

  const rule = { ID: 'old', Status: 'Enabled', Filter: { Prefix: 'old/' }, Expiration: { Days: 30 } };
  const LifecycleConfiguration = { Rules: [rule] };
  await call('PutBucketLifecycleConfiguration', { LifecycleConfiguration });
  assert.deepEqual((await call('GetBucketLifecycleConfiguration')).Rules, [rule]);
  await call('DeleteBucketLifecycle');
  await failsWith('NoSuchLifecycleConfiguration', call('GetBucketLifecycleConfiguration'));

  await failsWith('NoSuchCORSConfiguration', call('GetBucketCors'));

  const grants = (await call('GetBucketAcl')).Grants.map((grant) => grant.Permission);
  assert.deepEqual(grants, ['FULL_CONTROL']);

  for (const Status of ['Enabled', 'Suspended']) {
    await call('PutBucketVersioning', { VersioningConfiguration: { Status } });
    assert.equal((await call('GetBucketVersioning')).Status, Status);
  }
}
