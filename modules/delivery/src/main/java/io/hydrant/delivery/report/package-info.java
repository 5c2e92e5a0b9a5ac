/** What deliveries report to metrics and logs. */
package io.hydrant.delivery.report;
