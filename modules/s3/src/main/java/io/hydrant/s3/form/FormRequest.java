package io.hydrant.s3.form;

import io.hydrant.s3.message.S3Request;

/**
 * A request that uploads a form.
 *
 * @param head its bucket is the one to store in
 * @param boundary of the parts
 * @param address of the bucket as the client wrote it, for example {@code
 *     http://localhost:4573/bucket}
 */
public record FormRequest(S3Request head, String boundary, String address) {}
