/** The command {@code demo}: the main job, shown step by step with real clients. */
package io.hydrant.cli.demo;
