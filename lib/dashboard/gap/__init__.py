"""What commitments lack, on the screen."""
