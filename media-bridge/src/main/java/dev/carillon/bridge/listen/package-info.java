/// People of the business who listen to live calls. What they hear is copied from both ends of the
/// line as it passes, and only while somebody listens.
@NullMarked
package dev.carillon.bridge.listen;

import org.jspecify.annotations.NullMarked;
