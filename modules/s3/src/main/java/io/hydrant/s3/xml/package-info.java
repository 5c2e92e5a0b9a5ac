/** XML documents, written and read. */
package io.hydrant.s3.xml;
