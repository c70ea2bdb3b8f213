"""The host side of training: what is planned, driven, written and printed while a run trains."""
