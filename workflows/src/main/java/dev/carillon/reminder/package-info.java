/// The daily sweep that finds appointments due for a reminder and launches their campaign.
@NullMarked
package dev.carillon.reminder;

import org.jspecify.annotations.NullMarked;
