/**
 * The probe: inputs and answers of every shape, compared with the models that AWS publishes with
 * botocore.
 */
package io.hydrant.acceptance.probe;
