/** Tables of a Glue catalog: from Glue's API, or from a folder of files. */
package io.hydrant.delivery.glue;
