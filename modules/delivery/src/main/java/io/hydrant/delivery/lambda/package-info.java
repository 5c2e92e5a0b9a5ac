/** The protocol between Firehose and a Lambda function that transforms records. */
package io.hydrant.delivery.lambda;
