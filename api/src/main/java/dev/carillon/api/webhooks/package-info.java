/// The providers' webhooks: verified, stored in the inbox, answered. What they mean for a call is
/// found out by worker; only what cannot wait is done here: the answer to a voice webhook, and the
/// wish to be left alone.
@NullMarked
package dev.carillon.api.webhooks;

import org.jspecify.annotations.NullMarked;
