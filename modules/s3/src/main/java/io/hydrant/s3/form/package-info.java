/** Uploads through forms: multipart bodies, their fields, and the policies that limit them. */
package io.hydrant.s3.form;
