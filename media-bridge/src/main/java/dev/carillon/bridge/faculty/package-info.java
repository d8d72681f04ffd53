/// What a cascade is made of, one port each: ears that understand speech, a mind that answers, a
/// voice that speaks. Providers' packages implement them.
@NullMarked
package dev.carillon.bridge.faculty;

import org.jspecify.annotations.NullMarked;
