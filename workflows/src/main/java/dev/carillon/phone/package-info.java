/// What a phone number is and which texts mean one. Nothing here decides whether a number may be
/// called: that is [dev.carillon.compliance].
@NullMarked
package dev.carillon.phone;

import org.jspecify.annotations.NullMarked;
