# gallery
