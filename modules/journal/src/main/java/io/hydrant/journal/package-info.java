/** The stored form of events: names, versions, JSON, binary records. */
package io.hydrant.journal;
