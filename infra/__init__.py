"""What is not the product itself: packaging, edge functions, the local cloud, the command."""
