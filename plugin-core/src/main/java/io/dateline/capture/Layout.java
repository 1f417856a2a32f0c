package io.dateline.capture;

/** How the blocks of a page lay in it; what there is to know depends on the sort of capture. */
public sealed interface Layout permits DomLayout, LineLayout {}
