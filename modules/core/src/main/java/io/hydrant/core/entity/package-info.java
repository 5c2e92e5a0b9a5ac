/**
 * The pattern of every entity: commands decide, events evolve a state, pending tasks follow from
 * the state.
 */
package io.hydrant.core.entity;
