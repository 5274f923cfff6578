"""How every chart looks: inks, fonts, caption, picture."""
