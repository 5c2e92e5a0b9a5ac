/** Routes under {@code /_hydrant}: clock, faults, flush, cluster, pages. */
package io.hydrant.http.admin;
