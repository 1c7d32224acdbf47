/** Code lists and synonyms: places and terms of employment, loaded and looked up. */
@NullMarked
package norrhub.vocabulary;

import org.jspecify.annotations.NullMarked;
