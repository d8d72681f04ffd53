/// What every route shares: whose request it is, pages of a list, rules of JSON.
@NullMarked
package dev.carillon.api.web;

import org.jspecify.annotations.NullMarked;
