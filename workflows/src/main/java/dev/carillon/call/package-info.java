/// One phone call from reservation to its outcome: the workflow, the state machine, and the ports
/// to carrier and books. What happens between calls to the same person lives in `campaign`.
@NullMarked
package dev.carillon.call;

import org.jspecify.annotations.NullMarked;
