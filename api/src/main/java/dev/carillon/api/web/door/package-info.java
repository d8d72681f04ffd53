/// Who may come in: token, login cookie, host names, origins, and the headers that guard browsers.
@NullMarked
package dev.carillon.api.web.door;

import org.jspecify.annotations.NullMarked;
