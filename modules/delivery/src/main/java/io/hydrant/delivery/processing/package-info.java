/** What happens to records between a stream's buffer and its destination. */
package io.hydrant.delivery.processing;
