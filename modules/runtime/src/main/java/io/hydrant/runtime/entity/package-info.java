/** The one persistent actor that runs every entity, and the scheduler of its tasks. */
package io.hydrant.runtime.entity;
