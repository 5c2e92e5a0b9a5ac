/** Programs that measure a node. None of them is part of a test run. */
package io.hydrant.benchmarks;
