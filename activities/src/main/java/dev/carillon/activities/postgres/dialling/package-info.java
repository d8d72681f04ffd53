/// The one path of every dial: the queue, the pump that admits due rows, and the fence that lets
/// one request per call through. What becomes of a call once it was asked for lives in `calls`.
@NullMarked
package dev.carillon.activities.postgres.dialling;

import org.jspecify.annotations.NullMarked;
