/// Tests of the worker: how it ends, and how it does on real servers.
@NullMarked
package dev.carillon.worker;

import org.jspecify.annotations.NullMarked;
