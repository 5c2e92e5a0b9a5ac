package io.hydrant.core.entity;

/** The output of an operation that answers nothing. */
public record NoOutput() {}
