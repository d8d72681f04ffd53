/// Tests of campaigns by REST.
@NullMarked
package dev.carillon.api.campaigns;

import org.jspecify.annotations.NullMarked;
