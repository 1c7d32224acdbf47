package norrhub.admin;

import norrhub.mapping.Format;
import norrhub.partner.Partner;

/**
 * Whose records a file holds, and how they are written.
 *
 * @param whole a delivery is a whole list, in which a key stands once
 */
record PreviewSubject(Partner partner, Format format, boolean whole) {}
