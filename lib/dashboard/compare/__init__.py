"""Two to six places side by side."""
