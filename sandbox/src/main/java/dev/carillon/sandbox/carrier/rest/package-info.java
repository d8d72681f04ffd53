/// The carrier's REST interface: parameters, refusals and resources in the provider's shapes.
@NullMarked
package dev.carillon.sandbox.carrier.rest;

import org.jspecify.annotations.NullMarked;
