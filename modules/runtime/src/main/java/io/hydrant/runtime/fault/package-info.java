/** Ports that inject faults. */
package io.hydrant.runtime.fault;
