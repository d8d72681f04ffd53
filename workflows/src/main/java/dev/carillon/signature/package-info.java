/// Signatures: the providers' webhook signatures and Carillon's own tokens. The only place in the
/// kernel with cryptography.
@NullMarked
package dev.carillon.signature;

import org.jspecify.annotations.NullMarked;
