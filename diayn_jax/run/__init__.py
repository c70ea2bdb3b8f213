"""The host side of training: plans runs, trains them, writes their files and prints their progress."""
