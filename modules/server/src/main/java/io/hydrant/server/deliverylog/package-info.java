/**
 * The errors of deliveries as lines of the node's log, as Firehose writes them to CloudWatch Logs.
 */
package io.hydrant.server.deliverylog;
